using System.Text.Json;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>A mail that a human input sends.</summary>
internal sealed record HumanInputMail(TextTemplate Subject, TextTemplate Body, JsonElement Recipients, bool IsDebug)
{
    // {"type": "email", "enabled": true, "config": {"recipients": {…}, "subject": "…", "body": "… {{#url#}}", "debug_mode": false}}
    public static IEnumerable<HumanInputMail> ReadAll(JsonElement data)
        => from method in data.List("delivery_methods")
           where method.Text("type") == "email" && (method.Flag("enabled") ?? true)
           let config = method.Child("config")
           select new HumanInputMail(
               TextTemplate.Parse(config.Text("subject") ?? ""), TextTemplate.Parse(config.Text("body") ?? ""),
               config.Child("recipients"), config.Flag("debug_mode") ?? false);

    public FormMail Render(VariablePool pool) => new(Subject.Render(pool), Body.Render(pool), Recipients, IsDebug);
}
