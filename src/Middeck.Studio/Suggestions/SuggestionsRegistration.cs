using Microsoft.Extensions.DependencyInjection;

namespace Middeck.Studio.Suggestions;

internal static class SuggestionsRegistration
{
    public static IServiceCollection AddSuggestions(this IServiceCollection services)
    {
        services.AddSingleton<SuggestionStore>();
        services.AddSingleton<QuestionMaker>();
        services.AddSingleton<SuggestionService>();
        return services;
    }
}
