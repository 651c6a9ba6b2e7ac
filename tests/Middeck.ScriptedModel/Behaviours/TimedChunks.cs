using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;

namespace Middeck.ScriptedModel.Behaviours;

/// <summary>
/// <c>chunks-N-DELAY-FIRST</c>: bytes made once and copied, so that hundreds of streams cost little beside what is measured.
/// Each chunk says when it was written, which tells a load test the delay of what lies between.
/// </summary>
internal static class TimedChunks
{
    private const string Prefix =
        "data: {\"id\":\"chatcmpl-scripted\",\"object\":\"chat.completion.chunk\",\"created\":1700000000,\"model\":\"chunks\",\"choices\":[";

    private static readonly byte[] Role =
        Encoding.ASCII.GetBytes(Prefix + "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}\n\n");

    private static readonly byte[] BeforeTime = Encoding.ASCII.GetBytes(Prefix + "{\"index\":0,\"delta\":{\"content\":\"@");
    private static readonly byte[] AfterTime = "@ \"},\"finish_reason\":null}]}\n\n"u8.ToArray();

    private static readonly byte[] Finish =
        Encoding.ASCII.GetBytes(Prefix + "{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");

    public static async Task SendAsync(ScriptedCall call, int[] shape)
    {
        var (count, delay, first) = (shape.ElementAtOrDefault(0), shape.ElementAtOrDefault(1), shape.ElementAtOrDefault(2));
        call.Context.Response.ContentType = "text/event-stream";
        var body = call.Context.Response.BodyWriter;
        if (first > 0)
        {
            await Task.Delay(first, call.Stop);
        }

        body.Write(Role);
        for (var i = 0; i < count; i++)
        {
            WriteChunk(body);
            await body.FlushAsync(call.Stop);
            if (delay > 0)
            {
                await Task.Delay(delay, call.Stop);
            }
        }

        body.Write(Finish);
        if (call.WantsUsage)
        {
            body.Write(Encoding.ASCII.GetBytes(
                $"{Prefix}],\"usage\":{{\"prompt_tokens\":12,\"completion_tokens\":{count},\"total_tokens\":{count + 12}}}}}\n\n"));
        }

        body.Write("data: [DONE]\n\n"u8);
        await body.FlushAsync(call.Stop);
    }

    private static void WriteChunk(PipeWriter body)
    {
        var span = body.GetSpan(BeforeTime.Length + AfterTime.Length + 24);
        BeforeTime.CopyTo(span);
        var microseconds = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        Utf8Formatter.TryFormat(microseconds, span[BeforeTime.Length..], out var digits);
        AfterTime.CopyTo(span[(BeforeTime.Length + digits)..]);
        body.Advance(BeforeTime.Length + digits + AfterTime.Length);
    }
}
