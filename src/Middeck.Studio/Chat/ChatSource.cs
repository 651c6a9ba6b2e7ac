namespace Middeck.Studio.Chat;

/// <summary>Where a question came from.</summary>
internal enum ChatSource
{
    /// <summary>A page of the console.</summary>
    Console,

    /// <summary>A program with the app's key.</summary>
    Api,

    /// <summary>A case of a test set.</summary>
    Evaluation,

    /// <summary>A visitor of the app's public page.</summary>
    Site,
}
