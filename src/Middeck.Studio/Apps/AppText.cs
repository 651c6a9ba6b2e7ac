using Middeck.Core.Errors;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Apps;

/// <summary>Refuses names and descriptions that cannot be kept or are too long, wherever they come from.</summary>
internal static class AppText
{
    public const int LongestName = 100;
    public const int LongestDescription = 2_000;
    public const int LongestIcon = 2_000;

    /// <summary>The name without the blanks around it.</summary>
    /// <exception cref="FaultException"><c>apps.invalid_text</c>.</exception>
    public static string Name(string name, string field = "name")
    {
        Refuse(name, LongestName, field);
        return name.Trim() is { Length: > 0 } trimmed ? trimmed : throw Invalid(field, "must not be empty");
    }

    /// <exception cref="FaultException"><c>apps.invalid_text</c>.</exception>
    public static string Description(string? description, string field = "description")
    {
        Refuse(description, LongestDescription, field);
        return description ?? "";
    }

    /// <exception cref="FaultException"><c>apps.invalid_text</c>.</exception>
    public static string? Icon(string? icon, string field = "icon")
    {
        Refuse(icon, LongestIcon, field);
        return string.IsNullOrEmpty(icon) ? null : icon;
    }

    /// <summary>Refuses what is longer or what PostgreSQL cannot keep; null passes.</summary>
    /// <exception cref="FaultException"><c>apps.invalid_text</c>.</exception>
    public static void Refuse(string? text, int longest, string field)
    {
        if (text is null)
        {
            return;
        }

        if (text.Length > longest)
        {
            throw Invalid(field, $"may have at most {longest:N0} characters");
        }

        if (!StorableJson.IsStorable(text))
        {
            throw Invalid(field, "holds a character that cannot be kept, such as NUL");
        }
    }

    private static FaultException Invalid(string field, string rule)
        => new(Fault.Invalid("apps.invalid_text", $"{field} {rule}.", field));
}
