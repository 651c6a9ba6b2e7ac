namespace Middeck.Studio.Dify;

/// <summary>Reads identifiers that clients send as text, empty for none.</summary>
internal static class DifyIds
{
    public static Guid? Optional(string field, string? text)
        => string.IsNullOrEmpty(text) ? null : Required(field, text);

    public static Guid Required(string field, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            throw DifyFaults.Missing(field);
        }

        return Guid.TryParse(text, out var id) ? id : throw DifyFaults.Invalid(field, $"{text} is not a valid uuid.");
    }
}
