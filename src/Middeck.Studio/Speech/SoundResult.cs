using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;

namespace Middeck.Studio.Speech;

/// <summary>Sends an MP3 while it is being made. What goes wrong before its first piece is a refusal like any other.</summary>
internal sealed class SoundResult : IResult
{
    public const string MediaType = "audio/mpeg";

    private readonly IAsyncEnumerator<ReadOnlyMemory<byte>> _pieces;

    private SoundResult(IAsyncEnumerator<ReadOnlyMemory<byte>> pieces) => _pieces = pieces;

    /// <summary>Waits for the first piece.</summary>
    /// <exception cref="FaultException"><c>models.*</c>, or <c>speech.nothing_to_say</c> when none comes.</exception>
    public static async Task<SoundResult> BeginAsync(
        IAsyncEnumerable<ReadOnlyMemory<byte>> sound, CancellationToken cancellationToken)
    {
        var pieces = sound.GetAsyncEnumerator(cancellationToken);
        try
        {
            return await pieces.MoveNextAsync() ? new SoundResult(pieces) : throw SpeechFaults.NothingToSay();
        }
        catch
        {
            await pieces.DisposeAsync();
            throw;
        }
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaType;
        response.Headers["X-Accel-Buffering"] = "no";
        await using (_pieces)
        {
            try
            {
                do
                {
                    await response.Body.WriteAsync(_pieces.Current, httpContext.RequestAborted);
                    await response.Body.FlushAsync(httpContext.RequestAborted);
                }
                while (await _pieces.MoveNextAsync());
            }
            catch (FaultException)
            {
                // A sound has no place for a sentence: it breaks off, so that nobody takes it for whole. The usage row has the code.
                httpContext.Abort();
            }
        }
    }
}
