namespace Middeck.Operations.Catalogue;

/// <summary>Holds a service against its kind: what it must have and what would mean nothing.</summary>
internal static class KindCheck
{
    private static readonly (string Key, ServiceKind[] Kinds)[] Belongs =
    [
        ("command", [ServiceKind.Process]),
        ("folder", [ServiceKind.Process, ServiceKind.Compose]),
        ("compose_file", [ServiceKind.Compose]),
        ("unit", [ServiceKind.Systemd]),
        ("url", [ServiceKind.Url, ServiceKind.Systemd, ServiceKind.Compose, ServiceKind.Process]),
        ("environment", [ServiceKind.Process, ServiceKind.Compose]),
        ("restart", [ServiceKind.Process]),
        ("limits", [ServiceKind.Process]),
        ("log", [ServiceKind.Process]),
    ];

    public static void Check(ServiceEntry entry, CatalogueSection section)
    {
        var kind = entry.Kind.ToString().ToLowerInvariant();
        foreach (var (key, kinds) in Belongs)
        {
            if (!kinds.Contains(entry.Kind) && section.Has(key))
            {
                section.Refuse(key, $"a service of the kind {kind} has no such key", $"{kind} 类型的服务没有这个键");
            }
        }

        switch (entry.Kind)
        {
            case ServiceKind.Process when entry.Command.Count == 0:
                section.Refuse(
                    "command",
                    "a process needs a command such as [prometheus, --config.file=prometheus.yml]",
                    "进程需要 command，例如 [prometheus, --config.file=prometheus.yml]");
                break;
            case ServiceKind.Systemd when entry.Unit is null:
                section.Refuse("unit", "name the unit, such as grafana-server", "请写明单元名，例如 grafana-server");
                break;
            case ServiceKind.Compose when entry.Folder is null:
                section.Refuse("folder", "name the folder of the Compose file", "请写明 Compose 文件所在目录");
                break;
            case ServiceKind.Url when entry.Url is null:
                section.Refuse("url", "say where the service is reached", "请写明服务地址");
                break;
            default:
                break;
        }
    }
}
