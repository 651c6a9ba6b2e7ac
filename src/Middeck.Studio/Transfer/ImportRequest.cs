using System.Text;
using Microsoft.AspNetCore.Http;

namespace Middeck.Studio.Transfer;

/// <summary>A file that is sent as the body of a request.</summary>
/// <param name="Body">The request.</param>
/// <param name="AppId">The app whose draft it is to be; null for a new app.</param>
/// <param name="IsConfirmed">Whether it is wanted although its version is not one that is known here.</param>
internal sealed record ImportRequest(HttpRequest Body, Guid? AppId, bool IsConfirmed)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's text.</summary>
    /// <exception cref="Core.Errors.FaultException">It is too large or not UTF-8.</exception>
    public async Task<string> ReadAsync(int mostBytes, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = await Body.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > mostBytes)
            {
                throw YamlFaults.TooLarge(mostBytes);
            }
        }

        try
        {
            return Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw YamlFaults.NotText();
        }
    }
}
