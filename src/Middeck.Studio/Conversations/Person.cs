namespace Middeck.Studio.Conversations;

/// <summary>Whose conversation it is: a person of the console, or a person that an app's own program named. Exactly one is set.</summary>
internal readonly record struct Person
{
    private Person(Guid? userId, Guid? endUserId) => (UserId, EndUserId) = (userId, endUserId);

    public Guid? UserId { get; }

    public Guid? EndUserId { get; }

    public static Person User(Guid id) => new(id, null);

    public static Person EndUser(Guid id) => new(null, id);
}
