namespace Middeck.Identity.Access;

/// <summary>How much of a resource a grant opens; each level includes the ones before.</summary>
public enum AccessLevel
{
    /// <summary>See it and use it.</summary>
    Use,

    /// <summary>Change its content.</summary>
    Edit,

    /// <summary>Publish, share and delete it.</summary>
    Manage,
}
