using System.Text.Json;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>The form of a human input.</summary>
internal sealed record HumanInputSettings(
    TextTemplate Content,
    JsonElement Inputs,
    JsonElement Actions,
    IReadOnlyList<HumanInputField> Fields,
    IReadOnlyDictionary<string, string> Titles,
    TimeSpan Timeout,
    IReadOnlyList<HumanInputMail> Mails)
{
    public static HumanInputSettings Read(GraphNode node)
    {
        var data = node.Data;
        // 36 hours unless the form says otherwise; what is larger than any calendar is cut by the engine's own limit.
        var timeout = Math.Clamp(data.Number("timeout") ?? 36, 0, 100_000);
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var action in data.List("user_actions"))
        {
            titles[action.Text("id") ?? ""] = action.Text("title") ?? "";
        }

        return new(
            TextTemplate.Parse(data.Text("form_content") ?? ""),
            data.Child("inputs"),
            data.Child("user_actions"),
            [.. data.List("inputs").Select(HumanInputField.Read)],
            titles,
            data.Text("timeout_unit") == "day" ? TimeSpan.FromDays(timeout) : TimeSpan.FromHours(timeout),
            [.. HumanInputMail.ReadAll(data)]);
    }
}
