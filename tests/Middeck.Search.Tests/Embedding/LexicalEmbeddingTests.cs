using System.Numerics.Tensors;
using Middeck.Search.Embedding;

namespace Middeck.Search.Tests.Embedding;

public sealed class LexicalEmbeddingTests
{
    [Fact]
    public void Stored_vectors_stay_comparable_until_the_version_goes_up()
    {
        // A change here is a new version: whoever changes these numbers raises LexicalEmbedding.Version with them.
        var vector = LexicalEmbedding.Embed("Smoke detectors: 感烟火灾探测器的安装间距不超过 15 米");

        Assert.Equal(1, LexicalEmbedding.Version);
        Assert.Equal(0.24378064f, vector[122], tolerance: 1e-6);
        Assert.Equal(-0.24378064f, vector[146], tolerance: 1e-6);
        Assert.Equal(0f, vector[0]);
        Assert.Equal(203.0498, vector.Index().Sum(at => at.Index * (double)at.Item), tolerance: 1e-4);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("猫")]
    [InlineData("the of and")]
    [InlineData("Pumps and valves, 水泵和阀门, in one line 🔥")]
    public void A_vector_has_length_one(string text)
    {
        var vector = LexicalEmbedding.Embed(text);

        Assert.Equal(LexicalEmbedding.Dimensions, vector.Length);
        Assert.Equal(1, TensorPrimitives.Norm<float>(vector), tolerance: 1e-6);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ?!。\0 🔥")]
    public void A_text_without_a_word_has_no_direction(string text)
        => Assert.All(LexicalEmbedding.Embed(text), component => Assert.Equal(0, component));

    [Theory]
    [InlineData("smoke detector", "smoke detectors", "boiler ignition")]
    [InlineData("detector", "dettector", "ignition")]
    [InlineData("火灾探测器", "探测器安装", "年休假规定")]
    [InlineData("ＦＩＲＥ", "fire", "water")]
    public void Texts_that_share_words_or_parts_of_words_are_nearer(string text, string near, string far)
    {
        var vector = LexicalEmbedding.Embed(text);

        var toNear = TensorPrimitives.Dot<float>(vector, LexicalEmbedding.Embed(near));
        var toFar = TensorPrimitives.Dot<float>(vector, LexicalEmbedding.Embed(far));

        Assert.True(toNear > toFar + 0.2f, $"{toNear} is not far above {toFar}");
    }
}
