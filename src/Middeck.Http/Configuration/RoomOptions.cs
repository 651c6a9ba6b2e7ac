namespace Middeck.Http.Configuration;

/// <summary>One section of the configuration tree and the class that it is bound to.</summary>
/// <param name="Section">The section's name, such as <c>objects</c>.</param>
/// <param name="Type">Its public settable properties are the keys, in snake_case.</param>
public sealed record RoomOptions(string Section, Type Type);
