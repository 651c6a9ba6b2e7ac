using Middeck.Studio.Configuration;

namespace Middeck.Studio.Sites.Batches;

/// <summary>Which columns the table of an app has.</summary>
internal static class BatchColumns
{
    /// <exception cref="Core.Errors.FaultException"><c>sites.batch_files</c>: the form asks for files, which no table holds.</exception>
    public static IReadOnlyList<BatchColumn> Of(AppConfig config)
    {
        var labels = config.Section("user_input_form").Items()
            .SelectMany(item => item.EnumerateObject().Select(member => (System.Text.Json.JsonElement?)member.Value))
            .Where(body => body.Member("variable").Text() is not null)
            .ToDictionary(body => body.Member("variable").Text()!, body => body.Member("label").Text(), StringComparer.Ordinal);
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
}
