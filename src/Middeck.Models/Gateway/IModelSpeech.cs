namespace Middeck.Models.Gateway;

/// <summary>Asks models that hear and models that speak. Each call leaves a usage row.</summary>
public interface IModelSpeech
{
    /// <summary>What is said in a recording.</summary>
    /// <param name="caller">For whom the call is made and counted.</param>
    /// <param name="model"><c>provider/model</c>, or null for the workspace's default.</param>
    /// <param name="recording">The sound.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Middeck.Core.Errors.FaultException">
    /// <c>models.speech_to_text_missing</c>: the workspace has no such model; <c>models.speech_not_available</c>: the provider's
    /// kind does not hear; <c>models.upstream_*</c>.
    /// </exception>
    Task<string> TranscribeAsync(
        ModelCaller caller, string? model, Recording recording, CancellationToken cancellationToken);

    /// <summary>
    /// A text of any length as one MP3, piece by piece as it is made. What a model cannot take at once is cut after sentences.
    /// </summary>
    /// <param name="caller">For whom the call is made and counted.</param>
    /// <param name="model"><c>provider/model</c>, or null for the workspace's default.</param>
    /// <param name="text">What is said.</param>
    /// <param name="voice">The provider's name for a voice; null for <c>alloy</c>, which those who copy OpenAI's API have too.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Middeck.Core.Errors.FaultException">
    /// While reading: <c>models.text_to_speech_missing</c>, <c>models.speech_not_available</c>, <c>models.upstream_*</c>.
    /// </exception>
    IAsyncEnumerable<ReadOnlyMemory<byte>> SpeakAsync(
        ModelCaller caller, string? model, string text, string? voice, CancellationToken cancellationToken);
}
