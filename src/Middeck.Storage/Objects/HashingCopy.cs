using System.Buffers;
using System.Security.Cryptography;
using Middeck.Core.Errors;

namespace Middeck.Storage.Objects;

/// <summary>Copies content to a draft and hashes it on the way.</summary>
internal static class HashingCopy
{
    private const int BufferSize = 128 * 1024;

    /// <exception cref="FaultException"><c>objects.too_large</c>.</exception>
    public static async Task<(long Size, string Sha256)> RunAsync(
        Stream content, Stream draft, long maxBytes, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long size = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                size += read;
                if (size > maxBytes)
                {
                    throw new FaultException(new Fault(
                        FaultKind.TooLarge,
                        "objects.too_large",
                        $"The file is over the limit of {maxBytes} bytes.",
                        Extensions: new Dictionary<string, object?> { ["max_bytes"] = maxBytes }));
                }

                hash.AppendData(buffer, 0, read);
                await draft.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
