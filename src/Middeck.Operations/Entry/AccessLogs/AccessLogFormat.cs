namespace Middeck.Operations.Entry.AccessLogs;

/// <summary>The form of a line of the access log.</summary>
public enum AccessLogFormat
{
    /// <summary>There is no access log.</summary>
    Off,

    /// <summary>One JSON object.</summary>
    Json,

    /// <summary>The combined log format of Apache and nginx, which many programs read.</summary>
    Combined,
}
