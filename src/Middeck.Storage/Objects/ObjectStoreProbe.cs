using System.Security.Cryptography;

namespace Middeck.Storage.Objects;

/// <summary>Finds out whether a store works by using it.</summary>
internal static class ObjectStoreProbe
{
    /// <exception cref="IOException">What was written did not come back.</exception>
    public static async Task RunAsync(IObjectStore store, CancellationToken cancellationToken)
    {
        // Random, so that two nodes that probe at once do not delete each other's object.
        var written = RandomNumberGenerator.GetBytes(16);
        using var content = new MemoryStream(written);
        var stored = await store.PutAsync(Guid.Empty, content, written.Length, cancellationToken);
        try
        {
            await using var stream = await store.OpenAsync(stored.Key, cancellationToken);
            var read = new byte[written.Length + 1];
            if (stream is null
                || await stream.ReadAtLeastAsync(read, read.Length, throwOnEndOfStream: false, cancellationToken) != written.Length
                || !read.AsSpan(0, written.Length).SequenceEqual(written))
            {
                throw new IOException("The object store did not give back what was written.");
            }
        }
        finally
        {
            await store.DeleteAsync(stored.Key, cancellationToken);
        }
    }
}
