namespace Middeck.Operations.Environments;

/// <summary>One change of the configuration file.</summary>
/// <param name="Section">A section at the top, such as <c>server</c>.</param>
/// <param name="Key">A key of it, such as <c>log_level</c>.</param>
/// <param name="Value">The new value as YAML text on one line, such as <c>"[]"</c>; null takes the key out.</param>
public sealed record SettingChange(string Section, string Key, string? Value);
