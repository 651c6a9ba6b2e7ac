using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;
using Middeck.Studio.Files;

namespace Middeck.Studio.Speech;

/// <summary>A recording that was sent as a form.</summary>
/// <param name="File">The recording; longer ones wait on disk.</param>
/// <param name="Name">A name with its extension; the person's own name for it is nobody's business.</param>
/// <param name="Fields">What stands beside it.</param>
internal sealed record AudioForm(IFormFile File, string Name, IFormCollection Fields)
{
    public const int MostMegabytes = 30;

    /// <exception cref="FaultException"><c>speech.no_audio_uploaded</c>, <c>speech.audio_too_large</c>, <c>speech.unsupported_audio_type</c>.</exception>
    public static async Task<AudioForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var (file, fields) = await FileForm.ReadAsync(request, MostMegabytes * 1024L * 1024, cancellationToken);
            if (file.Length == 0)
            {
                throw SpeechFaults.NoAudio();
            }

            var extension = AudioTypes.ExtensionOf(file.FileName, file.ContentType) ?? throw SpeechFaults.Unsupported();
            return new AudioForm(file, $"audio.{extension}", fields);
        }
        catch (FaultException ex) when (ex.Fault.Code is FileFaults.NotUploadedCode or "files.unsupported_type")
        {
            throw SpeechFaults.NoAudio(ex);
        }
        catch (FaultException ex) when (ex.Fault.Code == "files.too_large")
        {
            throw SpeechFaults.TooLarge(ex);
        }
    }
}
