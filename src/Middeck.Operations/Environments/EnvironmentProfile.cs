using Middeck.Operations.Configuration;

namespace Middeck.Operations.Environments;

/// <summary>The one place that says what is different in development and in production.</summary>
internal static class EnvironmentProfile
{
    // Where `middeck dev` serves the console.
    private static readonly string[] DevelopmentOrigins = ["http://localhost:5173", "http://127.0.0.1:5173"];

    /// <summary>What to set, given the present settings and the address that people use in production.</summary>
    public static IReadOnlyList<SettingChange> For(string environment, ServerOptions present, string? publicUrl)
        => environment == "prod" ? Production(present, publicUrl) : Development(present);

    private static SettingChange[] Development(ServerOptions present) =>
    [
        Set("environment", "dev"),
        Set("address", "127.0.0.1"),
        Set("public_url", null),
        Set("log_level", "debug"),
        Set("debug", "true"),
        Set("allowed_origins", List([.. Foreign(present), .. DevelopmentOrigins])),
        Set("secure_cookies", "false"),
    ];

    private static SettingChange[] Production(ServerOptions present, string? publicUrl) =>
    [
        Set("environment", "prod"),
        Set("address", present.Address is "127.0.0.1" or "::1" ? "0.0.0.0" : present.Address),
        Set("public_url", publicUrl),
        Set("log_level", "information"),
        Set("debug", "false"),
        Set("allowed_origins", List(Foreign(present))),
        Set("secure_cookies", publicUrl is null ? "false" : "true"),
    ];

    // What the operator let in besides stays let in.
    private static string[] Foreign(ServerOptions present)
        => [.. present.AllowedOrigins.Where(origin => origin != "*" && !DevelopmentOrigins.Contains(origin))];

    private static string List(string[] values) => $"[{string.Join(", ", values.Select(value => $"\"{value}\""))}]";

    private static SettingChange Set(string key, string? value) => new(ServerOptions.Section, key, value);
}
