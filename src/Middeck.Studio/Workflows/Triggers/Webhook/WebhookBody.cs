using Microsoft.AspNetCore.Http;

namespace Middeck.Studio.Workflows.Triggers.Webhook;

/// <summary>Takes in bodies of calls, up to a limit.</summary>
internal static class WebhookBody
{
    /// <summary>The most bytes of a body.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <exception cref="Core.Errors.FaultException"><c>triggers.body_too_large</c>.</exception>
    public static async Task<MemoryStream> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MostBytes)
        {
            throw TriggerFaults.TooLarge(MostBytes);
        }

        var bytes = new MemoryStream();
        var buffer = new byte[16_384];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MostBytes)
            {
                throw TriggerFaults.TooLarge(MostBytes);
            }
        }

        bytes.Position = 0;
        return bytes;
    }
}
