using System.Text.Json;
using Middeck.Studio.Apps;

namespace Middeck.Studio.Templates;

/// <summary>An app of ours that others begin with, in one language.</summary>
/// <param name="Id">Such as <c>knowledge-qa</c>.</param>
/// <param name="Category">Such as <c>writing</c>.</param>
/// <param name="Mode">The kind of app.</param>
/// <param name="Icon">An emoji.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">What it is good for.</param>
/// <param name="Config">The first draft, in the shape of the DSL's <c>model_config</c> or <c>workflow</c>.</param>
internal sealed record AppTemplate(
    string Id,
    string Category,
    string Mode,
    string Icon,
    string Language,
    string Name,
    string Description,
    JsonElement Config)
{
    /// <summary>The app that is made of it; what is asked for goes before what it brings.</summary>
    public AppDesign ToDesign(CreateApp request)
        => new(request.Name ?? Name, Mode, request.Description ?? Description, request.Icon ?? Icon, Config);
}
