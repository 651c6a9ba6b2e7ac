namespace Middeck.Operations.Catalogue;

/// <summary>One service of <c>services.yaml</c>, checked.</summary>
/// <param name="Name">Unique in the catalogue: lower-case letters, digits and dashes, 40 at most.</param>
/// <param name="Kind">Who runs it.</param>
public sealed record ServiceEntry(string Name, ServiceKind Kind)
{
    /// <summary>What it is for, in a few words.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether <c>middeck up</c> starts it without being asked for it by name.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Program and arguments of a process.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Where the process starts, or where the Compose file lies; an absolute path. Null: the home.</summary>
    public string? Folder { get; init; }

    /// <summary>The Compose file within <see cref="Folder"/>; null: the one that Compose finds.</summary>
    public string? ComposeFile { get; init; }

    /// <summary>The systemd unit; null for the other kinds.</summary>
    public string? Unit { get; init; }

    /// <summary>Where a service of somebody else is reached; null for the other kinds.</summary>
    public Uri? Url { get; init; }

    /// <summary>Variables that the process gets besides ours; <c>${port:NAME}</c> is replaced before.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What it listens on.</summary>
    public IReadOnlyList<ServicePort> Ports { get; init; } = [];

    /// <summary>Names of services that must be healthy before it starts.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>How to tell that it works; null: it works while its process lives.</summary>
    public ServiceHealth? Health { get; init; }

    /// <summary>When it is started again.</summary>
    public ServiceRestart Restart { get; init; } = new();

    /// <summary>What it may use at most.</summary>
    public ServiceLimits Limits { get; init; } = new();

    /// <summary>How its log file is kept small.</summary>
    public ServiceLog Log { get; init; } = new();

    /// <summary>How long it may take to stop before it is ended.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Files that are written before a start where they do not exist: absolute path to content.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Files with a random word that are made before a start where they do not exist.</summary>
    public IReadOnlyList<string> SecretFiles { get; init; } = [];

    /// <summary>The ready-made entry that it began with; null for none.</summary>
    public string? Preset { get; init; }

    /// <summary>Where it stands, such as <c>services.yaml:12</c>.</summary>
    public string FileLine { get; init; } = "";

    /// <summary>Its place on the unified entry; null when it has none.</summary>
    public ServiceRoute? Route { get; init; }
}
