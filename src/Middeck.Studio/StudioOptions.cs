using System.ComponentModel.DataAnnotations;
using Middeck.Storage.Sql;
using Middeck.Studio.Files;

namespace Middeck.Studio;

/// <summary>Limits and times of apps and their conversations.</summary>
public sealed class StudioOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "studio";

    /// <summary>How many earlier questions and answers a model is shown. Default 10.</summary>
    [Range(0, 100)]
    public int HistoryTurns { get; set; } = 10;

    /// <summary>How many tokens, as estimated from the text, those may fill. Default 4,000.</summary>
    [Range(0, 1_000_000)]
    public int HistoryTokens { get; set; } = 4_000;

    /// <summary>The longest question, in characters. Default 32,000.</summary>
    [Range(100, 1_000_000)]
    public int MaxQueryLength { get; set; } = 32_000;

    /// <summary>The longest answer that is taken from a model, in characters; then the run ends as failed. Default 400,000.</summary>
    [Range(1_000, 10_000_000)]
    public int MaxAnswerLength { get; set; } = 400_000;

    /// <summary>The largest configuration of an app, in bytes of JSON. Default 512 KB.</summary>
    [Range(10_000, 10_000_000)]
    public int MaxConfigBytes { get; set; } = 512 * 1024;

    /// <summary>The largest configuration of an app with a graph, in bytes of JSON. Default 4 MB.</summary>
    [Range(10_000, 50_000_000)]
    public int MaxGraphBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>The largest file that an app is imported from, in bytes. Default 10 MB.</summary>
    [Range(10_000, 100_000_000)]
    public int MaxImportBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Apps that lie in the trash for so many days are deleted. Default 30.</summary>
    [Range(1, 3_650)]
    public int TrashDays { get; set; } = 30;

    /// <summary>How long a run may take, in seconds. Default 1,200.</summary>
    [Range(1, 86_400)]
    public int RunTimeout { get; set; } = 1_200;

    /// <summary>How many runs of graphs may work at a time on one node; others wait for their turn. Default 200.</summary>
    [Range(1, 100_000)]
    public int MaxActiveRuns { get; set; } = 200;

    /// <summary>How many runs of one app may wait for their turn on one node; then calls are refused with 429. Default 100.</summary>
    [Range(0, 100_000)]
    public int MaxWaitingRuns { get; set; } = 100;

    /// <summary>How long a call waits for the turn of its run, in seconds; then it is refused with 429. What nobody waits for has no such limit. Default 60.</summary>
    [Range(1, 86_400)]
    public int RunWaitTimeout { get; set; } = 60;

    /// <summary>Runs of workflows are kept for so many days after their end, with what their nodes did. Default 30.</summary>
    [Range(1, 3_650)]
    public int JournalDays { get; set; } = 30;

    /// <summary>How long a model may be silent, in seconds; then the run ends as failed. Default 300.</summary>
    [Range(1, 86_400)]
    public int SilenceTimeout { get; set; } = 300;

    /// <summary>
    /// A file in which a node notes what it is called in leases, so that its next process takes up at once what this one left when it was
    /// killed. Empty: <c>run/node</c> in the home.
    /// </summary>
    public string NodeFile { get; set; } = "";

    /// <summary>How long runs may go on when the node is told to stop, in seconds. Default 5.</summary>
    [Range(0, 300)]
    public int DrainTimeout { get; set; } = 5;

    /// <summary>The largest document, in bytes; also of other files that are no picture, sound or film. Default 15 MB.</summary>
    [Range(1_000, 1_000_000_000)]
    public long MaxDocumentBytes { get; set; } = 15 * 1024 * 1024;

    /// <summary>The largest picture, in bytes. Default 10 MB.</summary>
    [Range(1_000, 1_000_000_000)]
    public long MaxImageBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>The largest sound, in bytes. Default 50 MB.</summary>
    [Range(1_000, 1_000_000_000)]
    public long MaxAudioBytes { get; set; } = 50 * 1024 * 1024;

    /// <summary>The largest film, in bytes. Default 100 MB.</summary>
    [Range(1_000, 1_000_000_000)]
    public long MaxVideoBytes { get; set; } = 100 * 1024 * 1024;

    /// <summary>How many tokens, as estimated from the text, the documents of a conversation may fill. Default 16,000.</summary>
    [Range(100, 10_000_000)]
    public int FileTokens { get; set; } = 16_000;

    /// <summary>How many pictures of a conversation a model is shown, the latest first. Default 10.</summary>
    [Range(1, 100)]
    public int FileImages { get; set; } = 10;

    /// <summary>Extensions, without the dot, of files that are not taken. Default those of programs.</summary>
    public string[] BlockedExtensions { get; set; }
        = ["exe", "dll", "com", "bat", "cmd", "msi", "scr", "ps1", "vbs", "jar", "apk", "dmg"];

    /// <summary>How long a tool of an agent may take, in seconds; then the model is told so and goes on. Default 60.</summary>
    [Range(1, 3_600)]
    public int ToolTimeout { get; set; } = 60;

    /// <summary>How much of what a tool returns a model is shown, in characters. Default 16,000.</summary>
    [Range(500, 1_000_000)]
    public int ToolResultLength { get; set; } = 16_000;

    /// <summary>
    /// Commands, or beginnings of command lines such as <c>python3 /opt/mcp/weather.py</c>, by which everybody who may change apps can start
    /// MCP servers in the sandbox, without network. Who administers the installation can start any. Default none.
    /// </summary>
    public string[] McpCommands { get; set; } = [];

    /// <summary>Folders beside <c>/usr</c> that MCP servers in the sandbox may read. Default none.</summary>
    public string[] McpFolders { get; set; } = [];

    /// <summary>How many MCP servers may run in the sandbox of a node; one that is not in use makes room for another. Default 20.</summary>
    [Range(1, 1_000)]
    public int McpServers { get; set; } = 20;

    /// <summary>An MCP server in the sandbox that was not asked for so many seconds is ended. Default 300.</summary>
    [Range(1, 86_400)]
    public int McpIdle { get; set; } = 300;

    /// <summary>The memory of an MCP server in the sandbox with all that it starts, in bytes, 64 MB to 64 GB. Default 512 MB.</summary>
    [Range(64L * 1024 * 1024, 64L * 1024 * 1024 * 1024)]
    public long McpMemoryBytes { get; set; } = 512L * 1024 * 1024;

    /// <summary>How long a request of a workflow may take to connect, in seconds; a node may say less. Default 10.</summary>
    [Range(1, 300)]
    public int HttpConnectTimeout { get; set; } = 10;

    /// <summary>How long a server that a workflow asks may be silent, in seconds; a node may say less. Default 600.</summary>
    [Range(1, 3_600)]
    public int HttpTimeout { get; set; } = 600;

    /// <summary>The largest text that a workflow takes from a server, in bytes. Default 1 MB.</summary>
    [Range(1_000, 100_000_000)]
    public int HttpTextBytes { get; set; } = 1024 * 1024;

    /// <summary>The largest file that a workflow takes from a server, in bytes. Default 10 MB.</summary>
    [Range(1_000, 1_000_000_000)]
    public int HttpFileBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>How long an agent waits for a person to allow a tool, in minutes; then it counts as refused. Default 10.</summary>
    [Range(1, 1_440)]
    public int ConfirmationMinutes { get; set; } = 10;

    /// <summary>Conversations that nothing was said in for so many days are deleted; 0 keeps them for ever. Default 0.</summary>
    [Range(0, 36_500)]
    public int ConversationDays { get; set; }

    /// <summary>For so many days an app's numbers are kept by half hours and by person, so that days of every zone can be told; then days (UTC) alone stay. Default 400.</summary>
    [Range(31, 36_500)]
    public int InsightDays { get; set; } = 400;

    /// <summary>Calls of public pages from one address in a minute. Default 600.</summary>
    [Range(1, 1_000_000)]
    public int SiteCallsPerMinute { get; set; } = 600;

    /// <summary>Calls of one webhook in a minute. Default 600.</summary>
    [Range(1, 1_000_000)]
    public int WebhookCallsPerMinute { get; set; } = 600;

    /// <summary>The most lines of a batch that a visitor starts. Default 200.</summary>
    [Range(1, 10_000)]
    public int BatchRows { get; set; } = 200;

    /// <summary>How many lines of a batch are answered at a time. Default 3.</summary>
    [Range(1, 50)]
    public int BatchConcurrency { get; set; } = 3;

    /// <summary>Batches are deleted after so many days. Default 30.</summary>
    [Range(1, 3_650)]
    public int BatchDays { get; set; } = 30;

    /// <summary>The most bytes that a file may have, by its kind as clients write it.</summary>
    internal IReadOnlyDictionary<string, long> MaxBytesByKind()
        => Enum.GetValues<FileKind>().ToDictionary(kind => SnakeCase.Of(kind.ToString()), MaxBytesOf);

    internal long MaxBytesOf(FileKind kind) => kind switch
    {
        FileKind.Image => MaxImageBytes,
        FileKind.Audio => MaxAudioBytes,
        FileKind.Video => MaxVideoBytes,
        _ => MaxDocumentBytes,
    };
}
