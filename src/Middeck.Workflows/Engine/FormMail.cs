using System.Text.Json;

namespace Middeck.Workflows.Engine;

/// <summary>A mail that tells people of a form.</summary>
/// <param name="Subject">With the references filled in.</param>
/// <param name="Body">The same; <see cref="Link"/> marks where the form's address stands.</param>
/// <param name="Recipients">Who gets it, as the DSL has it: <c>{"whole_workspace": false, "items": [{"type": "external", "email": "…"}]}</c>.</param>
/// <param name="IsDebug">Whether a run of a draft tells only the person who runs it.</param>
public sealed record FormMail(string Subject, string Body, JsonElement Recipients, bool IsDebug)
{
    /// <summary>What stands for the form's address in a body.</summary>
    public const string Link = "{{#url#}}";
}
