using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Supervision;

/// <summary>A project of Docker Compose, named after the service.</summary>
internal sealed class ComposeProject(ServiceEntry entry) : IExternalControl
{
    public IReadOnlyList<string> Start => [.. Compose, "up", "--detach", "--remove-orphans"];

    // "down" would take the containers and their networks away; what was only stopped starts at once and unchanged.
    public IReadOnlyList<string> Stop => [.. Compose, "stop"];

    public IReadOnlyList<string> Running => [.. Compose, "ps", "--status", "running", "--quiet"];

    public bool NeedsOutput => true;

    private IEnumerable<string> Compose =>
    [
        "docker", "compose", "--project-directory", entry.Folder!,
        .. entry.ComposeFile is { } file ? ["--file", Path.Combine(entry.Folder!, file)] : Array.Empty<string>(),
        "--project-name", entry.Name,
    ];
}
