namespace Middeck.Http.Dialects.Dify;

/// <summary>Reads identifiers that clients send as text, empty for none.</summary>
public static class DifyIds
{
    /// <summary>The id, or null for an empty text.</summary>
    public static Guid? Optional(string field, string? text)
        => string.IsNullOrEmpty(text) ? null : Required(field, text);

    /// <summary>The id; a text that is none is refused.</summary>
    public static Guid Required(string field, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw DifyFaults.Missing(field);
        }

        return Guid.TryParse(text, out var id) ? id : throw DifyFaults.Invalid(field, $"{text} is not a valid uuid.");
    }
}
