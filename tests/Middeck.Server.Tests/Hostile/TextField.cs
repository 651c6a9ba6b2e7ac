using System.Text.Json.Nodes;

namespace Middeck.Server.Tests.Hostile;

/// <summary>A place in the API where a text goes in.</summary>
/// <param name="Method">POST, PATCH or PUT.</param>
/// <param name="Path">Where it goes.</param>
/// <param name="Field">The field, dots for objects inside.</param>
/// <param name="Others">The fields beside it, as JSON.</param>
/// <param name="Readback">Where it can be read afterwards, <c>{id}</c> being the created object; null when the answer has it.</param>
/// <param name="IsVerbatim">Whether what is accepted must come back as it was sent.</param>
internal sealed record TextField(
    string Method, string Path, string Field, string Others = "{}", string? Readback = null, bool IsVerbatim = true)
{
    /// <summary>The body with the text in its place.</summary>
    public JsonObject Body(string text)
    {
        var root = JsonNode.Parse(Others)!.AsObject();
        var at = root;
        var names = Field.Split('.');
        foreach (var name in names[..^1])
        {
            at = (JsonObject)(at[name] ??= new JsonObject());
        }

        at[names[^1]] = text;
        return root;
    }

    public override string ToString() => $"{Method} {Path} {Field}";
}
