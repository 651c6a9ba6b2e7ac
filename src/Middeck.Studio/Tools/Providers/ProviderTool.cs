using System.Text.Json;

namespace Middeck.Studio.Tools.Providers;

/// <summary>A tool as its provider described it.</summary>
/// <param name="Name">Letters, digits, <c>_</c> and <c>-</c>; no other tool of the provider has it.</param>
/// <param name="Label">For people.</param>
/// <param name="Description">For people and models.</param>
/// <param name="Parameters">The JSON schema of its arguments.</param>
/// <param name="NeedsConfirmation">Whether it may change something.</param>
/// <param name="Call">How it is called, in the terms of its kind.</param>
internal sealed record ProviderTool(
    string Name, string Label, string Description, JsonElement Parameters, bool NeedsConfirmation, JsonElement Call);
