using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Middeck.Http.Streaming;

namespace Middeck.Studio.Chat;

/// <summary>Lets a client watch a run. Its going away ends the watching, not the run.</summary>
/// <param name="frames">The events, in the client's form.</param>
/// <param name="ping">What is sent while there is nothing to say.</param>
internal sealed class RunStreamResult(ChannelReader<SseFrame> frames, string ping) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
        => SseWriter.WriteAsync(httpContext, frames, ping, httpContext.RequestAborted);
}
