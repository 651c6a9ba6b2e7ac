using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Sites.Batches;

/// <summary>Which columns the table of an app has.</summary>
internal static class BatchColumns
{
    /// <exception cref="Core.Errors.FaultException"><c>sites.batch_files</c>: the form asks for files, which no table holds.</exception>
    public static IReadOnlyList<BatchColumn> Of(AppConfig config)
    {
        var labels = Labels(config);
        var columns = new List<BatchColumn>();
        foreach (var field in config.InputForm)
        {
            if (field.Type is InputFieldType.File or InputFieldType.FileList)
            {
                if (field.Required)
                {
                    throw BatchFaults.NeedsFiles();
                }

                continue;
            }

            var label = labels.GetValueOrDefault(field.Variable);
            columns.Add(new BatchColumn(field.Variable, string.IsNullOrWhiteSpace(label) ? field.Variable : label, field));
        }

        // An app without an instruction is asked by the question alone.
        if (string.IsNullOrWhiteSpace(config.PrePrompt))
        {
            columns.Add(new BatchColumn(BatchColumn.Query, BatchColumn.Query, Field: null));
        }

        return columns;
    }

    // [{"paragraph": {"variable": "text", "label": "Text", …}}, …]
    private static Dictionary<string, string?> Labels(AppConfig config)
    {
        var labels = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var item in config.Section("user_input_form").Items().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            foreach (var member in item.EnumerateObject())
            {
                JsonElement? body = member.Value;
                labels.TryAdd(body.Member("variable").Text() ?? "", body.Member("label").Text());
            }
        }

        return labels;
    }
}
