using System.Text.Json;

namespace Middeck.Studio.Tools.Providers;

/// <summary>What came out of a tool that was tried.</summary>
/// <param name="Ok">Whether it could be called.</param>
/// <param name="Text">What a model would read; null when it failed.</param>
/// <param name="Json">The same for programs; null where there is only text.</param>
/// <param name="Files">The files that it made, by name; they are not kept.</param>
/// <param name="Code">Why it failed; null when it did not.</param>
/// <param name="Detail">Why it failed, for people; null when it did not.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record TriedTool(
    bool Ok, string? Text, JsonElement? Json, IReadOnlyList<string> Files, string? Code, string? Detail, double Milliseconds);
