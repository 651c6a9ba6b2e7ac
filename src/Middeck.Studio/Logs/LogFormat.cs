namespace Middeck.Studio.Logs;

/// <summary>How a log is written to a file.</summary>
internal enum LogFormat
{
    /// <summary>A table for spreadsheets.</summary>
    Csv,

    /// <summary>A JSON object in each line.</summary>
    Jsonl,
}
