using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Models.Usage;
using Middeck.Testing;

namespace Middeck.Models.Tests.Gateway;

public sealed class ImageTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    private IModelImages Images => Services.GetRequiredService<IModelImages>();

    [Fact]
    public async Task A_model_draws_what_a_text_says_and_its_tokens_are_counted()
    {
        await GivenProviderAsync();

        var drawn = await DrawAsync("mock/gpt-image-1", new ImageWish("a cup of tea", "1024x1024", 2));

        Assert.Equal(2, drawn.Count);
        Assert.All(drawn, image => Assert.Equal(0x89, image.Content!.Value.Span[0]));
        var sent = Upstream.Requests[^1].Body;
        Assert.Equal(("a cup of tea", "1024x1024", 2), (sent.GetProperty("prompt").GetString(), sent.GetProperty("size").GetString(), sent.GetProperty("n").GetInt32()));
        var call = await TheCallAsync();
        Assert.Equal((ModelType.Image, UsageStatus.Ok), (call.Type, call.Status));
        Assert.False(call.Estimated);
        Assert.EndsWith("/pictures/0.png", Assert.Single(await DrawAsync("mock/by-url", new ImageWish("tea"))).Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "models.image_missing")]
    [InlineData("mock/empty", "models.upstream_malformed")]
    [InlineData("mock/nonsense-html", "models.upstream_malformed")]
    [InlineData("mock/fail-400", "models.upstream_rejected")]
    public async Task A_model_that_does_not_draw_says_why(string? model, string code)
    {
        await GivenProviderAsync();

        Assert.Equal(code, (await Assert.ThrowsAsync<FaultException>(() => DrawAsync(model, new ImageWish("tea")))).Fault.Code);
    }

    private Task<IReadOnlyList<DrawnImage>> DrawAsync(string? model, ImageWish wish) => Images.DrawAsync(Call, model, wish, CancellationToken.None);
}
