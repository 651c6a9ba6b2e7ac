using System.ComponentModel.DataAnnotations;

namespace Middeck.Identity.Validation;

/// <summary>An e-mail address: something, one @, something, without spaces, at most 254 characters (RFC 5321). Null passes.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class EmailAttribute() : ValidationAttribute("{0} must be an e-mail address.")
{
    private const int MaxLength = 254;

    public override bool IsValid(object? value) => value is null || (value is string text && IsEmail(text.Trim()));

    private static bool IsEmail(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return text.Length <= MaxLength
            && at > 0
            && at == text.LastIndexOf('@')
            && at < text.Length - 1
            && !text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || character is '<' or '>' or '"' or ',' or ';');
    }
}
