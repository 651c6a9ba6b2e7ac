namespace Middeck.Workflows.Tests.Jinja;

/// <summary>A text, or the failure that came in its place.</summary>
internal sealed record Rendered(string? Text, string? Kind = null, string? Message = null, int Line = 0)
{
    /// <summary>Whether it is the same for who reads it; messages are left out, as many of them are CPython's own.</summary>
    public bool IsSame(Rendered other) => Text == other.Text && Kind == other.Kind;

    public override string ToString() => Text is null ? $"{Kind} in line {Line}: {Message}" : $"»{Text}«";
}
