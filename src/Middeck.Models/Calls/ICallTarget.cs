using Middeck.Core.Security;

namespace Middeck.Models.Calls;

/// <summary>
/// Answers the calls of one kind of keys in every dialect of the model APIs: the app behind an <c>app-</c> key, the models
/// behind a gateway key. The dialects live here; who answers lives where it is known.
/// </summary>
public interface ICallTarget
{
    /// <summary>Whether it answers for who shows this key.</summary>
    bool Answers(Caller caller);

    /// <summary>What can be named as the model.</summary>
    Task<IReadOnlyList<CallModel>> ModelsAsync(Caller caller, CancellationToken cancellationToken);

    /// <summary>Begins an answer.</summary>
    /// <exception cref="Middeck.Core.Errors.FaultException">The call is refused and nothing was begun.</exception>
    Task<ChatAnswer> ChatAsync(Caller caller, ChatCall call, CancellationToken cancellationToken);
}
