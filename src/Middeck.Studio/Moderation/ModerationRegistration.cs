using Microsoft.Extensions.DependencyInjection;
using Middeck.Studio.Answering;

namespace Middeck.Studio.Moderation;

internal static class ModerationRegistration
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddSingleton<Moderator>();
        services.AddSingleton<IModerationJudge, KeywordJudge>();
        services.AddSingleton<IModerationJudge, PatternJudge>();
        services.AddSingleton<IModerationJudge, ModelJudge>();
        services.AddSingleton<IModerationJudge, OpenAiJudge>();
        services.AddSingleton<IModerationJudge, ExtensionJudge>();
        services.AddSingleton<IShortcut, InputModeration>();
        services.AddSingleton<IPreparation, OutputModeration>();
        return services;
    }
}
