using System.ComponentModel.DataAnnotations;

namespace Middeck.Identity.Validation;

/// <summary>A name for people: 1 to <paramref name="maxLength"/> characters in one line. Null passes; say <c>Required</c> where it must not.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class NameAttribute(int maxLength = 100) : ValidationAttribute(
    $"{{0}} must have 1 to {maxLength} characters and no control characters.")
{
    public override bool IsValid(object? value)
        => value is null
            || (value is string text
                && !string.IsNullOrWhiteSpace(text)
                && text.Trim().Length <= maxLength
                && PlainText.IsPlain(text.Trim()));
}
