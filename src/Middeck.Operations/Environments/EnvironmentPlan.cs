namespace Middeck.Operations.Environments;

/// <summary>What a switch would do to <c>middeck.yaml</c>.</summary>
/// <param name="Environment"><c>dev</c> or <c>prod</c>.</param>
/// <param name="Before">The file's text now.</param>
/// <param name="After">The text after the switch.</param>
/// <param name="Changes">What was set, in order.</param>
public sealed record EnvironmentPlan(
    string Environment, string Before, string After, IReadOnlyList<SettingChange> Changes)
{
    /// <summary>The lines that change.</summary>
    public IReadOnlyList<DiffLine> Difference => ConfigurationDiff.Between(Before, After);
}
