using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;

namespace Middeck.ScriptedModel.Behaviours;

/// <summary>
/// Ends the connection in the middle of a chunked body. Written to the socket itself: aborting through the server resets the
/// connection, which also takes back what the caller has not read yet, headers and all.
/// </summary>
internal static class CutConnection
{
    private const string Event =
        "data: {\"id\":\"chatcmpl-scripted\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"It begins well \"},\"finish_reason\":null}]}\n\n";

    public static Task AnswerAsync(ScriptedCall call) => AnswerAsync(call, "text/event-stream", Event);

    /// <param name="call">Whose connection it is.</param>
    /// <param name="type">What the answer says it is.</param>
    /// <param name="beginning">What of it still arrives, in ASCII.</param>
    public static async Task AnswerAsync(ScriptedCall call, string type, string beginning)
    {
        var socket = call.Context.Features.Get<IConnectionSocketFeature>()!.Socket;
        var length = beginning.Length.ToString("x", CultureInfo.InvariantCulture);
        var begun = $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nTransfer-Encoding: chunked\r\n\r\n{length}\r\n{beginning}\r\n";
        await socket.SendAsync(Encoding.ASCII.GetBytes(begun), call.Stop);
        socket.Shutdown(SocketShutdown.Send);
        await Task.Delay(Timeout.Infinite, call.Stop);
    }
}
