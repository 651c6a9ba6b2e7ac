namespace Middeck.Knowledge.History;

/// <summary>Who asked.</summary>
internal enum QueryOrigin
{
    /// <summary>A person in the console.</summary>
    HitTesting,

    /// <summary>A program with a key.</summary>
    Api,

    /// <summary>An app, to answer its user.</summary>
    App,
}
