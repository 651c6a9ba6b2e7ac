namespace Middeck.Knowledge.Ingestion;

/// <summary>A copy of an object for readers that must jump about in it. Readable by this user alone; gone when it is disposed.</summary>
internal static class TemporaryCopy
{
    public static async Task<FileStream> OfAsync(Stream content, CancellationToken cancellationToken)
    {
        var copy = TemporaryFile.Create();
        try
        {
            await content.CopyToAsync(copy, cancellationToken);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }
}
