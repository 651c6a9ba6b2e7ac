using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Studio.Extensions;

namespace Middeck.Studio.ExternalData;

/// <summary>
/// A variable whose value a program of the workspace gives. It stands in <c>external_data_tools</c>, or in the form:
/// <code>{"enabled": true, "variable": "weather", "type": "api", "config": {"api_based_extension_id": "01900000-…"}}</code>
/// </summary>
/// <param name="Variable">Its name in the prompt: <c>{{variable}}</c>.</param>
/// <param name="ExtensionId">Who is asked; null when the configuration names nobody of this installation.</param>
internal sealed record ExternalDataTool(string Variable, Guid? ExtensionId)
{
    private const string Section = "external_data_tools";
    private const string FormType = "external_data_tool";
    private const int MostTools = 20;

    public static IReadOnlyList<ExternalDataTool> Read(AppConfig config) =>
    [
        .. config.Section(Section).Items()
            .Concat(config.Section("user_input_form").Items()
                .Select(item => item.Member(FormType)).OfType<JsonElement>())
            .Where(tool => tool.Member("enabled").Flag() != false)
            .Select(tool => (Tool: tool, Variable: tool.Member("variable").Text()))
            .Where(pair => !string.IsNullOrEmpty(pair.Variable))
            .DistinctBy(pair => pair.Variable)
            .Select(pair => new ExternalDataTool(pair.Variable!, ExtensionReference.Read(pair.Tool.Member("config"))))
            .Take(MostTools),
    ];

    public static void Check(FieldCheck root)
    {
        foreach (var tool in root.Member(Section).List(MostTools).Items())
        {
            CheckTool(tool.Present().Object());
        }

        foreach (var item in root.Member("user_input_form").Items().Where(item => item.Member(FormType).Value is not null))
        {
            CheckTool(item.Member(FormType));
        }
    }

    private static void CheckTool(FieldCheck tool)
    {
        if (tool.Member("enabled").Flag().Value.Flag() == false)
        {
            return;
        }

        if (tool.Member("variable").Present().Text(30).Value.Text()!.Length == 0)
        {
            throw tool.Member("variable").Refuse("is needed");
        }

        if (tool.Member("type").Text(50).Value.Text() is not (null or "" or "api"))
        {
            throw tool.Member("type").Refuse("must be api");
        }

        ExtensionReference.Check(tool.Member("config").Present().Object());
    }
}
