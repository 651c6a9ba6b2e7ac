using System.Text;
using Microsoft.Net.Http.Headers;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Documents;

/// <summary>One part of a multipart body, not read yet.</summary>
internal sealed class MultipartPart(ContentDispositionHeaderValue disposition, Stream content)
{
    public string Name { get; } = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();

    /// <summary>Whether it came with a file name, be it an empty one.</summary>
    public bool IsFile { get; } = disposition.FileName.HasValue || disposition.FileNameStar.HasValue;

    /// <summary>As it was sent; empty for none.</summary>
    public string FileName { get; } = HeaderUtilities.RemoveQuotes(
        disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();

    public Stream Content { get; } = content;

    /// <summary>The whole part as text.</summary>
    /// <exception cref="FaultException">It is longer than <paramref name="maxBytes"/>, or the body broke off.</exception>
    public async Task<string> ReadTextAsync(int maxBytes, CancellationToken cancellationToken)
    {
        var value = new byte[maxBytes + 1];
        try
        {
            var read = await Content.ReadAtLeastAsync(value, value.Length, throwOnEndOfStream: false, cancellationToken);
            return read <= maxBytes
                ? Encoding.UTF8.GetString(value, 0, read)
                : throw new FaultException(Fault.Invalid(
                    "knowledge.field_too_long", $"The field '{Name}' is longer than {maxBytes} bytes.", Name));
        }
        catch (IOException ex)
        {
            throw MultipartUpload.BrokenOff(ex);
        }
    }
}
