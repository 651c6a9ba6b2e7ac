using System.Globalization;
using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Logs;

/// <summary>The command that shows the log of a service that another manager runs.</summary>
public static class ExternalLog
{
    /// <summary>Null for services whose log is a file of ours, and for those that have none here.</summary>
    public static IReadOnlyList<string>? CommandFor(ServiceEntry? service, int lines, bool follow)
    {
        var count = lines.ToString(CultureInfo.InvariantCulture);
        return service?.Kind switch
        {
            ServiceKind.Systemd => ["journalctl", "--no-pager", "--unit", service.Unit!, "--lines", count, .. Follow(follow)],
            ServiceKind.Compose => ["docker", "compose", "--project-name", service.Name, "logs", "--tail", count, .. Follow(follow)],
            _ => null,
        };
    }

    private static string[] Follow(bool follow) => follow ? ["--follow"] : [];
}
