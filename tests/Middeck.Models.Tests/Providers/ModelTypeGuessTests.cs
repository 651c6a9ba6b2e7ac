using Middeck.Models.Gateway;
using Middeck.Models.Providers;

namespace Middeck.Models.Tests.Providers;

public sealed class ModelTypeGuessTests
{
    [Theory]
    [InlineData("gpt-4o-mini", ModelType.Llm)]
    [InlineData("qwen2.5:7b", ModelType.Llm)]
    [InlineData("text-embedding-3-small", ModelType.Embedding)]
    [InlineData("BAAI/bge-m3", ModelType.Embedding)]
    [InlineData("BAAI/bge-reranker-v2-m3", ModelType.Rerank)]
    [InlineData("whisper-1", ModelType.SpeechToText)]
    [InlineData("gpt-4o-mini-tts", ModelType.TextToSpeech)]
    [InlineData("dall-e-3", ModelType.Image)]
    [InlineData("gpt-image-1", ModelType.Image)]
    [InlineData("omni-moderation-latest", ModelType.Moderation)]
    public void The_name_tells_the_type(string name, ModelType expected) => Assert.Equal(expected, ModelTypeGuess.Of(name));
}
