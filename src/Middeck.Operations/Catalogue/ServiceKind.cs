namespace Middeck.Operations.Catalogue;

/// <summary>Who runs a service of the catalogue.</summary>
public enum ServiceKind
{
    /// <summary>Our supervisor starts the command and keeps it running.</summary>
    Process,

    /// <summary>A systemd unit; we ask systemctl.</summary>
    Systemd,

    /// <summary>A Docker Compose project; we ask <c>docker compose</c>.</summary>
    Compose,

    /// <summary>Somebody else runs it; we only watch it and lead to it.</summary>
    Url,
}
