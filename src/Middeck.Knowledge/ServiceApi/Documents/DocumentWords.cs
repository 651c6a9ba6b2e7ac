using Middeck.Http.Dialects.Dify;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>Dify's words for where a document stands.</summary>
internal static class DocumentWords
{
    private const string Failed = "error";

    /// <summary>The words are the same but for <c>cancelled</c>, which Dify does not have.</summary>
    public static string Status(DocumentRow row)
        => row.Status == DocumentStatus.Cancelled ? Failed : SnakeCase.Of(row.Status.ToString());

    public static string? Error(DocumentRow row)
        => row.Status == DocumentStatus.Cancelled ? "Reading the document in was cancelled." : row.Error;

    /// <summary>What people see.</summary>
    public static string Display(DocumentRow row) => row.Status switch
    {
        DocumentStatus.Waiting => "queuing",
        DocumentStatus.Paused => "paused",
        DocumentStatus.Error or DocumentStatus.Cancelled => Failed,
        DocumentStatus.Completed when row.Archived => "archived",
        DocumentStatus.Completed => row.Enabled ? "available" : "disabled",
        _ => "indexing",
    };

    /// <summary>The rows that people see with a word; all for none.</summary>
    /// <exception cref="Core.Errors.FaultException">There is no such word.</exception>
    public static SqlText Shown(string? display) => display switch
    {
        null or "" => SqlText.Of($"true"),
        "queuing" => SqlText.Of($"document.status = 'waiting'"),
        "indexing" => SqlText.Of($"document.status IN ('parsing', 'cleaning', 'splitting', 'indexing')"),
        "paused" => SqlText.Of($"document.status = 'paused'"),
        Failed => SqlText.Of($"document.status IN ('error', 'cancelled')"),
        "available" => SqlText.Of($"document.status = 'completed' AND NOT document.archived AND document.enabled"),
        "disabled" => SqlText.Of($"document.status = 'completed' AND NOT document.archived AND NOT document.enabled"),
        "archived" => SqlText.Of($"document.status = 'completed' AND document.archived"),
        _ => throw DifyFaults.Invalid(
            "status", "status must be one of: queuing, indexing, paused, error, available, disabled, archived."),
    };
}
