namespace Middeck.Operations.Upgrade;

/// <summary>How far an upgrade or the way back is.</summary>
public enum UpgradeStep
{
    /// <summary>The platform is stopped and the backup is being made. Nothing has changed.</summary>
    Backup,

    /// <summary>The other program is being started; it may have changed the data.</summary>
    Start,

    /// <summary>The program and the data before are being put back.</summary>
    Return,
}
