using System.Text.Json;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>A form that a person is to fill in.</summary>
/// <param name="Content">Markdown with the references filled in; <c>{{#$output.name#}}</c> marks where the fields stand.</param>
/// <param name="Inputs">The fields as the DSL has them.</param>
/// <param name="Actions">The buttons as the DSL has them.</param>
/// <param name="Defaults">What the fields hold at first.</param>
/// <param name="Timeout">After this the form is closed and the run goes on at <c>__timeout</c>.</param>
public sealed record FormRequest(
    string Content,
    JsonElement Inputs,
    JsonElement Actions,
    IReadOnlyDictionary<string, Segment> Defaults,
    TimeSpan Timeout)
{
    /// <summary>By what mails people are told of it.</summary>
    public IReadOnlyList<FormMail> Mails { get; init; } = [];
}
