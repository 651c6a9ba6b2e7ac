using Middeck.Studio.Configuration;

namespace Middeck.Studio.Sites.Batches;

/// <summary>A column of a batch's table: a field of the form, or the question.</summary>
/// <param name="Name">The field's variable, or <c>query</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Field">The field; null for the question.</param>
internal sealed record BatchColumn(string Name, string Label, InputField? Field)
{
    public const string Query = "query";

    public bool IsCalled(string name)
        => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(Label, name, StringComparison.OrdinalIgnoreCase);
}
