namespace Middeck.Knowledge.Ingestion;

/// <summary>Takes a text file into memory.</summary>
internal static class WholeFile
{
    // No encoding that we read takes more than four bytes for a character.
    private const int BytesPerCharacter = 4;

    /// <exception cref="Middeck.Core.Errors.FaultException">It surely holds more than <paramref name="maxCharacters"/>.</exception>
    public static async Task<byte[]> ReadAsync(Stream content, int maxCharacters, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (bytes.Length + read > (long)maxCharacters * BytesPerCharacter)
            {
                throw TooLong(maxCharacters);
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    public static Exception TooLong(int maxCharacters)
        => KnowledgeFaults.Unreadable(
            "knowledge.text_too_long",
            $"The document holds more than {maxCharacters:N0} characters. Split it into smaller files.");
}
