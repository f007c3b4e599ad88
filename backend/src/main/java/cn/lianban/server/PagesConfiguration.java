package cn.lianban.server;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The web application out of this jar: files with a hash in their names are kept for a year, pages
 * are asked for again each time.
 */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {
  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    CacheControl forGood = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    for (String assets : new String[] {"/assets/", "/citizen/assets/"}) {
      registry
          .addResourceHandler(assets + "**")
          .addResourceLocations("classpath:/static" + assets)
          .setCacheControl(forGood);
    }
    registry
        .addResourceHandler("/**")
        .addResourceLocations("classpath:/static/")
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new PageResolver());
  }
}
